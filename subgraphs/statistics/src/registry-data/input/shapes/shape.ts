import type { Label } from '@nodp/graph';
import type { AboutSet } from '../../data-set.ts';
import type { Row } from '../cells.ts';
import type { Collected } from '../collected.ts';
import type { Heading, InputFile } from '../files.ts';

/** A kind of file, known by its heading. */
export interface Shape {
  /** What a person calls it. */
  readonly name: Label;
  /** Columns that the heading has to have, in any order. */
  readonly columns: readonly string[];
  /** Further columns that are read where they are there. */
  readonly optional?: readonly string[];
  /** What is taken from one row; a shape without is known and left out. */
  readonly read?: (row: Row, into: Collected, file: FileFacts) => void;
  /** Why the shape is known and left out. */
  readonly leftOut?: Label;
}

/** What is the same for every row of a file. */
export interface FileFacts {
  readonly name: string;
  readonly heading: Heading;
}

/** Files that make up a data set, in the order in which they are read: what later ones refer to comes first. */
export interface Profile {
  readonly name: Label;
  readonly shapes: readonly Shape[];
  /** What the data set says of itself, where its files do not say it. */
  readonly about?: (collected: Collected, files: readonly InputFile[]) => AboutSet;
}
