export { type BackupStep, makeBackup } from './make.ts';
export type { Target } from './recovery.ts';
export {
  type BackupRecord,
  backupIds,
  imagesFolder,
  packedBytes,
  type Repository,
  readRecord,
  readTrial,
  removeSuperfluous,
} from './repository.ts';
export { backupBefore, type RestoreStep, restoreBackup } from './restore.ts';
export type { Secrets } from './seal.ts';
export { problemsOf, verifyBackup } from './verify.ts';
