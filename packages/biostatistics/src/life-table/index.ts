export { expectedSurvivalOfOne } from './expected-survival-of-one.ts';
export {
  DAYS_PER_YEAR,
  dailyHazard,
  hazardAt,
  type LifeTable,
  type LifeTableFactor,
  lifeTable,
  lifeTableStratum,
} from './life-table.ts';
