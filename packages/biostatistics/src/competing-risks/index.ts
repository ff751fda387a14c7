export {
  type CauseIncidence,
  type CompetingRisksInput,
  type CumulativeIncidence,
  cumulativeIncidence,
  cumulativeIncidenceByGroup,
  incidenceAt,
} from './aalen-johansen.ts';
export {
  type FineGrayInput,
  type FineGrayModel,
  fineGray,
  predictIncidence,
} from './fine-gray/fine-gray.ts';
export { type GrayTest, type GrayTestInput, grayTest } from './gray-test.ts';
