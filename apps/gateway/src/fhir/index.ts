export { createFhirDoor } from './door.ts';
export { clinicalIntake } from './intake.ts';
