/** Pages about the whole network: regions and institutions. */
export { InstitutionsPage } from './institutions.tsx';
export { RegionsPage } from './regions.tsx';
