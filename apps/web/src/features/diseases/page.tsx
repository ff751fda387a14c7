/** Single-disease data sets: all of them, or one. */
import { useParams } from '@tanstack/react-router';
import { DiseaseList } from './list.tsx';
import { OneDisease } from './one.tsx';

export function DiseasesPage() {
  const { diseaseId } = useParams({ strict: false }) as { diseaseId?: string };
  return diseaseId === undefined ? <DiseaseList /> : <OneDisease key={diseaseId} id={diseaseId} />;
}
