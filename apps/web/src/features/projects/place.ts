/** Whose navigation the pages of projects stand in: researchers' or the data centre's. */
export type Place = '/research/projects' | '/data-centre/projects';
