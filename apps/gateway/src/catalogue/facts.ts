import type { Label } from '@nodp/terminology';

/** A release as the catalogue tells of it. */
export interface CataloguedRelease {
  readonly number: number;
  readonly builtAt: string;
  readonly checksum: string;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly closing: string | null;
  /** Null where too few to be told. */
  readonly persons: number | null;
  readonly cases: number | null;
  readonly tables: readonly {
    readonly name: string;
    readonly description: Label;
    readonly columns: number;
  }[];
}

/** A single-disease data set of the newest release. */
export interface CataloguedDataSet {
  readonly id: string;
  readonly label: Label;
  readonly definition: Label;
  readonly elements: number;
  readonly cases: number | null;
}

/** A project that is over. */
export interface CataloguedProject {
  readonly title: string;
  readonly institutions: readonly string[];
  readonly releases: readonly number[];
  /** YYYY-MM-DD. */
  readonly approved: string;
  readonly ended: string;
}

export interface Catalogue {
  readonly releases: readonly CataloguedRelease[];
  readonly dataSets: readonly CataloguedDataSet[];
  readonly projects: readonly CataloguedProject[];
  readonly minimumCell: number;
}

export const CATALOGUE = `query Catalogue {
  disclosureRule { minimumCell }
  releases {
    number builtAt checksum firstYear lastYear closing persons { value } cases { value }
    dictionary { name description { en zh } columns { name } }
  }
  diseaseDataSets { id label { en zh } definition { en zh } cases { value } elements { id } }
  completedProjects { title institutions releases approved ended }
}`;

interface Told {
  readonly value: number | null;
}

/** What the graph answered, as the catalogue tells of it. */
export const catalogueOf = (data: {
  readonly disclosureRule: { readonly minimumCell: number };
  readonly releases: readonly (Omit<CataloguedRelease, 'persons' | 'cases' | 'tables'> & {
    readonly persons: Told;
    readonly cases: Told;
    readonly dictionary: readonly {
      readonly name: string;
      readonly description: Label;
      readonly columns: readonly unknown[];
    }[];
  })[];
  readonly diseaseDataSets: readonly {
    readonly id: string;
    readonly label: Label;
    readonly definition: Label;
    readonly cases: Told | null;
    readonly elements: readonly unknown[];
  }[];
  readonly completedProjects: readonly CataloguedProject[];
}): Catalogue => ({
  minimumCell: data.disclosureRule.minimumCell,
  releases: data.releases.map(({ persons, cases, dictionary, ...release }) => ({
    ...release,
    ...{ persons: persons.value, cases: cases.value },
    tables: dictionary.map(({ name, description, columns }) => ({
      ...{ name, description, columns: columns.length },
    })),
  })),
  dataSets: data.diseaseDataSets.map(({ elements, cases, ...set }) => ({
    ...set,
    ...{ elements: elements.length, cases: cases?.value ?? null },
  })),
  projects: data.completedProjects,
});
