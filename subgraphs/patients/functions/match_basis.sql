-- By what intake weighs a pair: the model that the pool taught last (null before), and how many records share each name given.
create or replace function patients.match_basis(terms bigint[]) returns table (model jsonb, records integer, counts jsonb)
language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
begin
  perform patients.writing_institution();
  return query
  select m.model, m.records, (select jsonb_object_agg(t.term, t.records) from patients.match_term t where t.term = any (terms))
  from (select 1) one left join lateral (select l.model, l.records from patients.match_model l order by l.id desc limit 1) m on true;
end
$$;
revoke execute on function patients.match_basis(bigint[]) from public;
