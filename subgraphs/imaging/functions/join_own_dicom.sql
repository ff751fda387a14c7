-- The same for the institution of the session, which sends records or images. As the owner, because a study that waits is nobody's.
create or replace function imaging.join_own_dicom() returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  return imaging.join_dicom(basic.session_institution('nodp.writes', true, 'This session may not write images.'));
end
$$;
revoke execute on function imaging.join_own_dicom() from public;
