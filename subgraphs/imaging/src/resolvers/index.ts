import type { Resolvers } from '../generated/resolvers.ts';
import { ImagingReport } from './ImagingReport.ts';
import { ImagingSeries } from './ImagingSeries.ts';
import { ImagingStudy } from './ImagingStudy.ts';
import { Patient } from './Patient.ts';
import { Query } from './Query.ts';

export const resolvers: Resolvers = { Query, Patient, ImagingStudy, ImagingSeries, ImagingReport };
