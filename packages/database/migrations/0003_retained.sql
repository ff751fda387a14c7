-- The count of resources retained as sent was stored under `kept`; its field in the graph is `retained`.
update basic.submission
set counts = (
  select coalesce(jsonb_agg(case when c ? 'kept' then (c - 'kept') || jsonb_build_object('retained', c -> 'kept') else c end
    order by position), '[]'::jsonb)
  from jsonb_array_elements(counts) with ordinality as each (c, position)
)
where counts @> '[{}]'::jsonb and counts::text like '%"kept":%';
