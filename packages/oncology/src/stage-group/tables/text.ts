/** Whether a table was read from its source, or is held as its compiler knows it until a clinical board confirms it. */
export type Mark = 'seen' | 'known' | 'draft';

/**
 * A stage table as declared: which categories exist, and which of them make which group.
 *
 * `T`, `N` and `M` list the finest categories of the chapter without their letter; in situ (`is`, `a`) is no “any T”.
 * A row is `T N M factors… > group`: a category stands for its subdivisions (`1` for 1a and 1b), with `=` for itself
 * alone, `*` for any.
 * The first row that fits gives the group; where none fits, the combination has none.
 */
export interface StageTableText {
  readonly chapter: string;
  readonly edition: 8 | 9;
  /** Clinical, pathological or post-neoadjuvant table; without it the chapter has one for all. */
  readonly classification?: 'c' | 'p' | 'yp';
  readonly T: string;
  readonly N: string;
  readonly M: string;
  /** What the group depends on besides T, N and M: name and values, in the order of the rows' columns. */
  readonly factors?: Readonly<Record<string, string>>;
  /** What a category not subdivided means, where that is not all of its subdivisions. */
  readonly undivided?: Readonly<Record<string, string>>;
  /** Nodes that were not assessed count as N0: the source says that NX is not to be used. */
  readonly nxIsN0?: true;
  /** TX N0 M0 is an occult carcinoma: a stage of its own that has no number. */
  readonly occult?: true;
  readonly rows: string;
  readonly source: string;
  readonly mark: Mark;
}

/** Chapters of the eighth edition; the groupings were compared with the public EOD engine of the NCI (version 2.1). */
export const AJCC8 = (chapter: string): Pick<StageTableText, 'source' | 'mark'> => ({
  source: `AJCC Cancer Staging Manual, 8th edition (2017), ${chapter}`,
  mark: 'seen',
});

/** As `AJCC8`, of tables that no public engine holds. */
export const AJCC8_KNOWN = (chapter: string): Pick<StageTableText, 'source' | 'mark'> => ({
  ...AJCC8(chapter),
  mark: 'known',
});
