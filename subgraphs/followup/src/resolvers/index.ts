import type { Resolvers } from '../generated/resolvers.ts';
import { ContactConnection } from './ContactConnection.ts';
import { DiseaseStatus } from './DiseaseStatus.ts';
import { FollowupContact } from './FollowupContact.ts';
import { FollowupPlan, PlannedActivity } from './FollowupPlan.ts';
import { Patient } from './Patient.ts';
import { Query } from './Query.ts';

export const resolvers: Resolvers = {
  Query,
  ContactConnection,
  Patient,
  FollowupPlan,
  PlannedActivity,
  FollowupContact,
  DiseaseStatus,
};
