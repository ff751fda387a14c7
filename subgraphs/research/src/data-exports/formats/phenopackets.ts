import { join } from 'node:path';
import { type Available, availableIn } from './available.ts';
import type { Format } from './format.ts';
import { writeNdjson } from './ndjson.ts';

const quoted = (text: string): string => `'${text}'`;
/** An ontology class of a code; null where there is none. */
const classOf = (prefix: string, code: string): string =>
  `case when ${code} is not null then struct_pack(id := ${quoted(`${prefix}:`)} || ${code}, label := ${code}::varchar) end`;

/** Days from the person's first diagnosis as an ISO 8601 duration: the origin of times in this export. */
const daysSince = (days: string): string =>
  `case when ${days} is not null then struct_pack(age := struct_pack(iso8601duration := 'P' || greatest(0, ${days}) || 'D')) end`;

const disease = ({ has, sql }: Available): string => {
  const site = has('cases', 'site_group') ? 'c.site_group' : "'neoplasm'";
  const stage = sql('c', 'cases', 'stage', 'varchar');
  return `struct_pack(
    term := struct_pack(id := 'NODP:site.' || ${site}, label := ${site}),
    "primarySite" := ${classOf('NODP', site)},
    "diseaseStage" := case when ${stage} is not null and ${stage} <> 'UNKNOWN' then [struct_pack(id := 'NODP:' || ${stage}, label := ${stage})] end,
    "clinicalTnmFinding" := list_filter([${['t', 'n', 'm'].map((axis) => classOf('NODP:TNM', sql('c', 'cases', axis, 'varchar'))).join(', ')}], x -> x is not null))`;
};

const action = ({ sql }: Available): string => {
  const value = (column: string, type: string) => sql('t', 'treatments', column, type);
  const drug = value('drug', 'varchar');
  const kind = `coalesce(${value('kind', 'varchar')}, 'OTHER')`;
  return `struct_pack(
    treatment := case when ${drug} is not null then struct_pack(agent := struct_pack(id := coalesce('ATC:' || ${value('atc', 'varchar')}, 'NODP:drug'), label := ${drug})) end,
    procedure := case when ${drug} is null then struct_pack(code := struct_pack(id := 'NODP:' || ${kind}, label := ${kind}),
      performed := ${daysSince(value('start_days', 'integer'))}) end,
    "treatmentIntent" := ${classOf('NODP:intent', value('intent', 'varchar'))})`;
};

const listed = (table: string, row: string, alias: string): string =>
  `(select list(${row}) from ${table} ${alias} where ${alias}.person_key = p.person_key)`;

const RESOURCES = `[
  struct_pack(id := 'nodp', name := 'National Oncology Data Platform terminology', url := 'https://nodp.example/terminology', version := '1', "namespacePrefix" := 'NODP', "iriPrefix" := 'https://nodp.example/terminology/'),
  struct_pack(id := 'atc', name := 'Anatomical Therapeutic Chemical classification', url := 'https://www.whocc.no/atc', version := '2026', "namespacePrefix" := 'ATC', "iriPrefix" := 'https://www.whocc.no/atc_ddd_index/?code=')]`;

/** GA4GH Phenopackets version 2, a person a line (NDJSON): subject, diseases with site, stage and TNM, treatments. */
export const phenopackets: Format = {
  label: { en: 'GA4GH Phenopackets 2 (NDJSON)', zh: 'GA4GH Phenopackets 2（NDJSON）' },
  write: async ({ connection, tables }, folder) => {
    const of = availableIn(tables);
    const sex = of.has('cases', 'sex')
      ? "(select case any_value(c.sex) when 'FEMALE' then 'FEMALE' when 'MALE' then 'MALE' when 'OTHER' then 'OTHER_SEX' else 'UNKNOWN_SEX' end from sent_cases c where c.person_key = p.person_key)"
      : "'UNKNOWN_SEX'";
    const status = of.has('persons', 'vital_status')
      ? "(select case any_value(f.vital_status) when 'DEAD' then 'DECEASED' when 'ALIVE' then 'ALIVE' else 'UNKNOWN_STATUS' end from sent_persons f where f.person_key = p.person_key)"
      : "'UNKNOWN_STATUS'";
    const survived = of.has('persons', 'followup_days')
      ? '(select any_value(f.followup_days) from sent_persons f where f.person_key = p.person_key)'
      : 'null::integer';
    const dead = of.has('persons', 'vital_status')
      ? `case when ${status} = 'DECEASED' then greatest(0, ${survived}) end`
      : 'null::integer';
    await writeNdjson(
      connection,
      `
      select p.person_key as id,
        struct_pack(id := p.person_key, sex := ${sex}, "vitalStatus" := struct_pack(status := ${status}, "survivalTimeInDays" := ${dead})) as subject,
        ${of.has('cases') ? listed('sent_cases', disease(of), 'c') : 'null::varchar'} as diseases,
        ${of.has('treatments') ? listed('sent_treatments', action(of), 't') : 'null::varchar'} as "medicalActions",
        struct_pack(created := strftime(now() at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ'), "createdBy" := 'National Oncology Data Platform',
          resources := ${RESOURCES}, "phenopacketSchemaVersion" := '2.0') as "metaData"
      from ${of.persons()} p order by 1`,
      join(folder, 'phenopackets.ndjson'),
    );
  },
};
