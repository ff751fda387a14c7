import { patient } from '../../intake/examples.ts';

/** A number of the resident identity card whose check character holds (GB 11643): a man's where the serial is odd. */
export const residentNumber = (serial: number, day = '19500203'): string => {
  const digits = `110105${day}${String(serial).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return digits + '10X98765432'[sum % 11];
};

const RESIDENT = 'urn:oid:2.16.156.10011.1.3';

/** A Patient with a national number. */
export const numbered = (id: string, number: string, more: object = {}, system = RESIDENT) =>
  patient(id, {
    identifier: [
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'NI' }],
        },
        system,
        value: number,
      },
    ],
    ...more,
  });
