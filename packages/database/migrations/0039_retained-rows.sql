-- Rows of a mapping that are retained as sent were of the kind `kept`.
update basic.csv_mapping
set definition = jsonb_set(definition, '{kinds}', (
  select jsonb_agg(case when each ->> 'kind' = 'kept' then each || '{"kind": "retained"}' else each end order by position)
  from jsonb_array_elements(definition -> 'kinds') with ordinality as of_mapping (each, position)
))
where definition @> '{"kinds": [{"kind": "kept"}]}';
