-- What an event was for, as a code of HL7 v3 PurposeOfUse: treatment in an emergency where the account has that access to one of
-- the patients, else what its role is let in for; null where nobody is known.
create or replace function basic.audit_purpose(account text, role text, action text, patients uuid[]) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select case
    when action = 'break-glass' then 'ETREAT'
    when role = 'CLINICIAN' and exists (select from basic.break_glass b
      where b.account_id = account and b.patient_id = any (patients) and b.expires_at > clock_timestamp()) then 'ETREAT'
    -- Who answers a questionnaire by a link is the patient.
    when account = 'patient-link' then 'PATRQT'
    else case role
      when 'CLINICIAN' then 'TREAT'
      when 'SYSTEM' then 'TREAT'
      when 'FOLLOWUP_COORDINATOR' then 'CAREMGT'
      when 'DATA_MANAGER' then 'HOPERAT'
      when 'PRIVACY_OFFICER' then 'HCOMPL'
      when 'ADMINISTRATOR' then 'HSYSADMIN'
      when 'OPERATOR' then 'HSYSADMIN'
      when 'RESEARCHER' then 'HRESCH'
      when 'BIOBANK_MANAGER' then 'BIORCH'
      when 'POLICYMAKER' then 'PUBHLTH'
    end
  end
$$;
revoke execute on function basic.audit_purpose(text, text, text, uuid[]) from public;
