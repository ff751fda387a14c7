export { extract } from './extract.ts';
export {
  type InputName,
  RELEASE_INPUTS,
  type ReleaseExtract,
  type ReleaseExtracts,
} from './inputs.ts';
