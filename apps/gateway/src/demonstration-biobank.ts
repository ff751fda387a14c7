import { randomUUID } from 'node:crypto';
import type postgres from 'postgres';

const DONORS = 40;
const [ROWS, COLUMNS] = [9, 9];

interface Found {
  readonly accession: string;
  readonly collectedAt: string;
  readonly topography: string | null;
  readonly siteGroup: string | null;
}

const jsonOf = (sql: postgres.Sql, value: unknown) => sql.json(value as postgres.JSONValue);

/** Specimens that the institution's hospital sent of patients with a primary tumour: who the donors are. */
const donorsOf = (sql: postgres.Sql, institution: string) => sql<Found[]>`
  select distinct on (s.patient_id) s.accession, coalesce(s.collected_on, current_date - 30)::text || 'T09:00:00+08' as "collectedAt",
    t.topography, t.site_group as "siteGroup"
  from specimens.specimen s
  join patients.tumour t on t.patient_id = s.patient_id and t.institution_id = s.institution_id and t.kind = 'PRIMARY'
  where s.institution_id = ${institution} and s.accession is not null and s.parent_source_id is null
  order by s.patient_id, s.source_id limit ${DONORS}`;

const frozen = { temperature: 'FREEZER_80', min_celsius: -85, max_celsius: -60 };
const tube = (barcode: string, type: string, amount: number, unit: string) => ({
  ...frozen,
  id: randomUUID(),
  barcode,
  type,
  preservation: type === 'PLASMA' ? 'EDTA' : 'SNAP_FROZEN',
  amount,
  unit,
  level: 'ALIQUOT',
  tumour_content: type === 'PLASMA' ? null : 70,
});
type Tube = ReturnType<typeof tube>;

/** The session of who runs the institution's biobank, or of a researcher, for the functions that ask. */
const actAs = (sql: postgres.Sql, account: string, institution: string, research = false) => sql`
  select set_config('nodp.account', ${account}, true), set_config('nodp.institution', ${institution}, true),
    set_config('nodp.biobank', ${research ? 'off' : 'on'}, true), set_config('nodp.research', ${research ? 'on' : 'off'}, true)`;

const buildStorage = async (sql: postgres.Sql): Promise<{ freezer: string; boxes: string[] }> => {
  const add = async (container: Readonly<Record<string, unknown>>): Promise<string> => {
    const id = randomUUID();
    await sql`select specimens.put_container(${jsonOf(sql, { id, labels: 'LETTERS', ...container })})`;
    return id;
  };
  const site = await add({ kind: 'SITE', name: '样本库 Biobank', barcode: 'SITE-1' });
  const freezer = await add({
    ...{ kind: 'FREEZER', name: '冰箱 Freezer A', barcode: 'FRZ-A', parent_id: site },
    ...{ rows: 4, columns: 1, labels: 'NUMBERS', ...frozen },
  });
  const boxes: string[] = [];
  for (const number of [1, 2]) {
    const shelf = await add({
      ...{ kind: 'SHELF', name: `层 Shelf ${number}`, barcode: `SHF-A${number}` },
      ...{ parent_id: freezer, parent_row: number, parent_column: 1 },
    });
    const rack = await add({
      ...{ kind: 'RACK', name: `架 Rack ${number}`, barcode: `RCK-A${number}`, parent_id: shelf },
      ...{ rows: 2, columns: 2 },
    });
    for (const row of [1, 2])
      boxes.push(
        await add({
          ...{ kind: 'BOX', name: `盒 Box ${number}.${row}`, barcode: `BOX-A${number}${row}` },
          ...{ parent_id: rack, parent_row: row, parent_column: 1, rows: ROWS, columns: COLUMNS },
        }),
      );
  }
  return { freezer, boxes };
};

const collect = async (
  sql: postgres.Sql,
  { accession, collectedAt, topography, siteGroup }: Found,
  number: number,
): Promise<Tube[]> => {
  const code = `D${String(number + 1).padStart(4, '0')}`;
  const primary = [
    tube(`${code}-T`, 'TISSUE_FROZEN', 240, 'mg'),
    tube(`${code}-P`, 'PLASMA', 4, 'mL'),
  ];
  const event = {
    ...{ id: randomUUID(), collected_at: collectedAt, procedure: 'SURGERY', topography },
    ...{ site_group: siteGroup, warm_ischaemia: 10 + (number % 15), cold_ischaemia: 25 },
  };
  await sql`select specimens.collect_specimens(${jsonOf(sql, { id: randomUUID(), code, accession })}, ${jsonOf(sql, event)},
    ${jsonOf(sql, primary)})`;
  const aliquots = [
    [1, 2, 3].map((n) => tube(`${code}-T${n}`, 'TISSUE_FROZEN', n === 3 ? 40 : 80, 'mg')),
    [1, 2].map((n) => tube(`${code}-P${n}`, 'PLASMA', 0.5, 'mL')),
  ] as const;
  await sql`select specimens.derive_specimens(${primary[0]?.id ?? ''}, 200, 4, null, ${jsonOf(sql, aliquots[0])})`;
  await sql`select specimens.derive_specimens(${primary[1]?.id ?? ''}, 1, 4, null, ${jsonOf(sql, aliquots[1])})`;
  // One of three donors has signed for research alone, one of twenty nothing.
  if (number % 20 !== 19)
    await sql`select specimens.record_consent((select d.id from specimens.bank_donor d where d.code = ${code}), ${randomUUID()}::uuid, '2.1',
      ${number % 3 === 0 ? ['RESEARCH'] : ['RESEARCH', 'GENETIC', 'COLLABORATION']}, ${collectedAt.slice(0, 10)}::date)`;
  return [...primary, ...aliquots.flat()];
};

const store = async (sql: postgres.Sql, tubes: readonly Tube[], boxes: readonly string[]) => {
  const inBox = ROWS * COLUMNS;
  for (let i = 0; i < tubes.length; i += inBox) {
    const items = tubes.slice(i, i + inBox).map(({ id }, at) => ({
      ...{ specimen: id, container: boxes[i / inBox] },
      ...{ row: Math.floor(at / COLUMNS) + 1, column: (at % COLUMNS) + 1 },
      label: `${String.fromCharCode(65 + Math.floor(at / COLUMNS))}${(at % COLUMNS) + 1}`,
    }));
    if (boxes[i / inBox] === undefined) return;
    await sql`select specimens.store_specimens(${jsonOf(sql, items)}, -78)`;
  }
};

/** Two requests of the demonstration's researcher: one that waits, one that was shipped. */
const request = async (sql: postgres.Sql, institution: string): Promise<void> => {
  const asked = (title: string, purpose: string) => ({
    ...{ id: randomUUID(), institution_id: institution, title, purpose, type: 'TISSUE_FROZEN' },
    ...{ requester_name: { en: 'Researcher', zh: '科研人员' }, min_amount: 50, unit: 'mg' },
    ...{ wanted: 2, uses: ['RESEARCH', 'GENETIC'] },
  });
  const [first, second] = [
    asked('青年患者基因组 Genomes of young patients', '冰冻肿瘤全外显子测序 Exome sequencing'),
    asked('蛋白质组 Proteome of resected tumours', '质谱 Mass spectrometry'),
  ];
  await actAs(sql, 'researcher', institution, true);
  for (const one of [first, second]) await sql`select specimens.ask_specimens(${jsonOf(sql, one)})`;
  await actAs(sql, 'biobank', institution);
  await sql`select specimens.decide_request(${first.id}, true, '李教授 Prof. Li, 王教授 Prof. Wang', '科学价值充分 Sound, and enough is left')`;
  const chosen = await sql<{ id: string }[]>`
    select s.id from specimens.bank_specimen s where s.institution_id = ${institution} and s.type = 'TISSUE_FROZEN' and s.state = 'STORED'
      and s.level = 'ALIQUOT' and s.amount >= 50
      and not exists (select 1 from specimens.without_consent(array[s.id], array['RESEARCH', 'GENETIC']))
    order by s.barcode limit 2`;
  if (chosen.length === 0) return;
  await sql`select specimens.reserve_specimens(${first.id}, ${chosen.map(({ id }) => id)}::uuid[], true)`;
  await sql`select specimens.ship_request(${first.id}, 'SHIP-0001', '冷链物流 Cold chain', -75)`;
};

/**
 * The biobank of the demonstration's first national centre, made by the functions that the pages call: a freezer of boxes, consents of
 * which one is withdrawn, an excursion, requests. Once; where the hospital sent no specimens there is none.
 */
export const fillBiobank = async (owner: postgres.Sql): Promise<void> => {
  const [institution] = await owner<{ id: string }[]>`
    select i.id from basic.institution i where i.tier = 'NATIONAL' order by i.code limit 1`;
  const [before] = await owner`select 1 from specimens.bank_donor limit 1`;
  if (institution === undefined || before !== undefined) return;
  await owner.begin(async (transaction) => {
    const sql = transaction as unknown as postgres.Sql;
    const donors = await donorsOf(sql, institution.id);
    if (donors.length === 0) return;
    await actAs(sql, 'biobank', institution.id);
    const { freezer, boxes } = await buildStorage(sql);
    const tubes: Tube[] = [];
    for (const [number, donor] of donors.entries())
      tubes.push(...(await collect(sql, donor, number)));
    await store(sql, tubes, boxes);
    const [warm] = tubes;
    // Taken out, and stored again too warm.
    if (warm !== undefined) {
      const [place] = await sql<{ container: string; row: number; column: number }[]>`
        select container_id as container, "row", "column" from specimens.bank_specimen where id = ${warm.id}`;
      await sql`select specimens.note_specimens(${[warm.id]}::uuid[], 'TAKEN', -70, null)`;
      if (place?.container)
        await sql`select specimens.store_specimens(${jsonOf(sql, [{ specimen: warm.id, ...place }])}, -41)`;
    }
    await sql`select specimens.read_thermometer(${freezer}, ${randomUUID()}::uuid, now() - interval '2 days', -52)`;
    await sql`select specimens.read_thermometer(${freezer}, ${randomUUID()}::uuid, now() - interval '1 day', -79)`;
    await request(sql, institution.id);
    await sql`select specimens.withdraw_consent((select d.id from specimens.bank_donor d where d.code = 'D0003'), '书面撤回 By letter')`;
  });
};
