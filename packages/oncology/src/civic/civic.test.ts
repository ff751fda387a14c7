import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testCases } from '../testing/cases.ts';
import { alterationOf } from './alteration.ts';
import { tierOf } from './atom.ts';
import cases from './cases.json' with { type: 'json' };
import { DISEASE_WORD_ROWS } from './disease-word-rows.ts';
import { diseaseLabelOf } from './disease-words.ts';
import { diseaseNameOf, relationOf } from './diseases.ts';
import { evidenceOf, shippedEvidence } from './evidence.ts';
import { judge } from './judge.ts';
import { foundOf } from './match.ts';
import { atomsOf, profileOf } from './profile.ts';
import { CIVIC_EVIDENCE } from './rule.ts';
import { diseaseOfTumour } from './tumour-disease.ts';
import { TUMOUR_DISEASE_ROWS } from './tumour-disease-rows.ts';

testCases<Record<string, unknown>>(cases, (given) => CIVIC_EVIDENCE.decide(given));

describe('profiles', () => {
  test('AND binds before OR, NOT before both; parentheses group between blanks alone', () => {
    const atom = (text: string) => ({ kind: 'atom', text });
    expect(profileOf('A x OR B y AND NOT C z')).toEqual({
      kind: 'or',
      of: [atom('A x'), { kind: 'and', of: [atom('B y'), { kind: 'not', of: atom('C z') }] }],
    });
    expect(profileOf('RB1 Wildtype AND ( CDKN2A Loss OR CDKN2A Mutation )')).toMatchObject({
      kind: 'and',
      of: [atom('RB1 Wildtype'), { kind: 'or' }],
    });
    expect(profileOf('MET Splice Site (c.3028G>A)')).toEqual(atom('MET Splice Site (c.3028G>A)'));
    expect(profileOf('KRAS R164Q (exon 5b)')).toEqual(atom('KRAS R164Q (exon 5b)'));
  });

  test.each(['', 'A x AND', 'OR B y', '( A x', 'A x )', 'A x NOT B y'])('“%s” is none', (text) => {
    expect(profileOf(text)).toBeNull();
  });

  test('every profile of the shipped evidence is read', () => {
    const unread = shippedEvidence().filter(({ profile }) => profileOf(profile) === null);
    expect(unread).toEqual([]);
    expect(shippedEvidence()).toHaveLength(2806);
  });

  test('what was not tested satisfies neither a profile nor its negation', () => {
    const profile = fc.constantFrom(
      ...shippedEvidence()
        .slice(0, 900)
        .map((item) => item.profile),
    );
    const nothing = foundOf({ alterations: [], absent: [], tested: [] });
    fc.assert(
      fc.property(profile, (text) => {
        const read = profileOf(text);
        if (read === null) throw new Error(text);
        const judged = judge(read, nothing);
        expect(judged.holds).toBeNull();
        expect(judge({ kind: 'not', of: read }, nothing).holds).toBeNull();
        if (judged.holds === null)
          expect(atomsOf(read)).toEqual(expect.arrayContaining([...judged.open]));
      }),
    );
  });

  test('what a profile names alone makes it hold, exactly', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shippedEvidence()), ({ profile: text }) => {
        const read = profileOf(text);
        fc.pre(read !== null && !/NOT|Wildtype|v::|::[v?]/.test(text));
        const alterations = atomsOf(read as NonNullable<typeof read>);
        const judged = judge(
          read as NonNullable<typeof read>,
          foundOf({ alterations, absent: [], tested: [] }),
        );
        expect(judged).toMatchObject({ holds: true, tier: 'exact' });
      }),
    );
  });
});

describe('an alteration found and the one of a profile', () => {
  test.each([
    ['BRAF V600', 'BRAF V600E', 'category'],
    ['BRAF V600E', 'BRAF V600K', null],
    ['BRAF V600', 'BRAF p.Val600=', null],
    ['BRAF Mutation', 'BRAF V600E', 'category'],
    ['BRAF Mutation', 'BRAF Amplification', null],
    ['BRAF Mutation', 'AGK::BRAF Fusion', null],
    ['BRAF Non-V600', 'BRAF G469A', 'class'],
    ['BRAF Non-V600', 'BRAF V600E', null],
    ['v::ALK Fusion', 'EML4::ALK Fusion', 'category'],
    ['v::ALK Fusion', 'ALK Rearrangement', 'category'],
    ['FGFR2::v Fusion', 'FGFR2::BICC1', 'category'],
    ['FGFR2::? Fusion', 'FGFR2::BICC1', null],
    ['FGFR2::? Fusion', 'FGFR2 Fusion', 'exact'],
    ['EML4::ALK e6::e20', 'EML4::ALK Fusion', null],
    ['EML4::ALK Fusion', 'EML4::ALK e6::e20', 'category'],
    ['ABL1 T315I', 'BCR::ABL1 Fusion', null],
    ['FGFR1 Translocation', 'BCR::FGFR1 Fusion', 'class'],
    ['EGFR Exon 19 Deletion', 'EGFR p.Leu747_Pro753delinsSer', 'class'],
    ['EGFR Exon 19 del', 'EGFR Exon 19 Deletion', 'exact'],
    ['EGFR Exon 20 Insertion', 'EGFR A767_V769dup', 'class'],
    ['EGFR Exon 20 Insertion', 'EGFR T790M', null],
    ['EGFR E746_A750del', 'EGFR Exon 19 Deletion', null],
    ['EGFR Mutation', 'EGFR Exon 19 Deletion', 'category'],
    ['KRAS G12/G13', 'KRAS G12D', 'class'],
    ['FLT3 D835H/Y', 'FLT3 D835Y', 'class'],
    ['FLT3 D835H/Y', 'FLT3 D835V', null],
    ['BRCA2 Loss-of-function', 'BRCA2 Q1782*', 'class'],
    ['BRCA2 Loss-of-function', 'BRCA2 V159M', null],
    ['ERBB2 Y772_A775DUP', 'ERBB2 p.Tyr772_Ala775dup', 'exact'],
    ['EGFR L858R', 'ERBB2 L858R', null],
  ])('%s, found %s: %s', (atom, found, tier) => {
    expect(tierOf(alterationOf(atom), alterationOf(found))).toBe(tier);
  });
});

describe('diseases', () => {
  test.each([
    ['C34.1', '8140/3', 'lung adenocarcinoma'],
    ['C34.9', '8046/3', 'lung non-small cell carcinoma'],
    ['C34.9', '8041/3', 'lung small cell carcinoma'],
    ['C34.9', null, 'lung cancer'],
    ['C18.7', '8140/3', 'colon adenocarcinoma'],
    ['C20.9', '8140/3', 'rectum adenocarcinoma'],
    ['C22.0', '8170/3', 'hepatocellular carcinoma'],
    ['C22.1', '8160/3', 'intrahepatic cholangiocarcinoma'],
    ['C50.9', '8500/3', 'breast carcinoma'],
    ['C44.5', '8720/3', 'skin melanoma'],
    ['C69.4', '8720/3', 'uveal melanoma'],
    ['C80.9', '8720/3', 'melanoma'],
    ['C42.1', '9875/3', 'chronic myeloid leukemia'],
    ['C42.1', '9861/3', 'acute myeloid leukemia'],
    ['C77.9', '9680/3', 'diffuse large B-cell lymphoma'],
    ['C16.9', '8936/3', 'gastrointestinal stromal tumor'],
    ['C71.9', '9440/3', 'glioblastoma'],
    ['C73.9', '8510/3', 'medullary thyroid carcinoma'],
    ['C11.9', '8072/3', 'nasopharynx carcinoma'],
    ['C80.9', '8140/3', 'adenocarcinoma'],
    ['C80.9', null, 'cancer'],
  ])('%s %s is %s', (topography, morphology, name) => {
    const doid = diseaseOfTumour({ topography, morphology });
    expect(diseaseNameOf(doid ?? '')).toBe(name);
  });

  test.each([
    ['3910', { doid: '3910', name: '' }, 'same'],
    ['3910', { doid: '3908', name: '' }, 'broader'],
    ['3908', { doid: '3910', name: '' }, 'narrower'],
    ['3910', { doid: '9256', name: '' }, 'other'],
    ['3910', { doid: '162', name: 'Cancer' }, 'any-cancer'],
    ['3910', { doid: '', name: 'Solid Tumor' }, 'any-cancer'],
    ['8552', { doid: '', name: 'Solid Tumor' }, 'other'],
    ['8923', { doid: '1909', name: 'Melanoma' }, 'broader'],
    ['234', { doid: '9256', name: 'Colorectal Cancer' }, 'broader'],
  ])('%s beside %j is %s', (patient, evidence, relation) => {
    expect(relationOf([patient], evidence)).toBe(relation);
  });
});

describe('files of evidence', () => {
  const heading =
    'evidence_id\tmolecular_profile\tdisease\tdoid\ttherapies\tevidence_type\tevidence_direction\tevidence_level\tsignificance\tevidence_status\tis_flagged';
  const row = (more: Readonly<Record<string, string>> = {}) =>
    Object.values({
      id: '7',
      profile: 'KIT "x" V560D',
      disease: 'GIST',
      doid: '9253',
      therapies: 'Imatinib,Sunitinib',
      type: 'Predictive',
      direction: 'Supports',
      level: 'B',
      significance: 'Resistance',
      status: 'accepted',
      flagged: 'false',
      ...more,
    }).join('\t');

  test('the nightly export: accepted, unflagged, predictive items alone; quotation marks are no quoting', () => {
    const text = [
      heading,
      row(),
      row({ id: '8', type: 'Prognostic' }),
      row({ id: '9', status: 'submitted' }),
      row({ id: '10', flagged: 'true' }),
    ].join('\n');
    expect(evidenceOf(text)).toEqual([
      expect.objectContaining({
        id: 7,
        profile: 'KIT "x" V560D',
        therapies: ['Imatinib', 'Sunitinib'],
        level: 'B',
      }),
    ]);
  });

  test.each([
    [row({ level: 'F' }), 'no level A to E'],
    [row({ direction: 'N/A' }), 'neither Supports'],
    [row({ id: 'seven' }), 'is no number'],
    [`${row()}\n${row()}`, 'stands twice'],
  ])('what is not readable is said with its line', (rows, message) => {
    expect(() => evidenceOf(`${heading}\n${rows}`)).toThrow(message);
  });

  test('a file of something else names the column that is missing', () => {
    expect(() => evidenceOf('a\tb\n1\t2')).toThrow('there is no column evidence_id');
    expect(() => evidenceOf('')).toThrow('empty');
  });
});

describe('names of diseases', () => {
  const rows = DISEASE_WORD_ROWS.trim()
    .split('\n')
    .map((row) => row.split('|'));

  test('each row is of a disease of the ontology or of an item, once; whatever a tumour may be has one', () => {
    const ofItems = new Set(shippedEvidence().map(({ doid }) => doid));
    expect(new Set(rows.map(([doid]) => doid)).size).toBe(rows.length);
    const unknown = rows.filter(
      ([doid = '']) => doid !== 'solid' && diseaseNameOf(doid) === null && !ofItems.has(doid),
    );
    expect(unknown).toEqual([]);
    const ofTumours = TUMOUR_DISEASE_ROWS.trim()
      .split('\n')
      .map((row) => row.split('|')[2] ?? '');
    const named = new Set(rows.map(([doid]) => doid));
    expect(ofTumours.filter((doid) => !named.has(doid))).toEqual([]);
  });

  test('nineteen of twenty predictive items are read in Chinese', () => {
    const items = shippedEvidence();
    const named = items.filter((item) => {
      const { en, zh } = diseaseLabelOf(item.doid, item.disease);
      return zh !== en;
    });
    expect(named.length / items.length).toBeGreaterThan(0.95);
  });

  test('a disease without a DOID is found by its name; one that nobody translated keeps it', () => {
    expect(diseaseLabelOf('', 'Solid Tumor').zh).toBe('实体瘤');
    expect(diseaseLabelOf('999999999', 'Rare Thing')).toEqual({
      en: 'Rare Thing',
      zh: 'Rare Thing',
    });
  });
});
