/** Of what institutions sent, what the account may see. */

/** Institutions whose months the account may see, and whether these are all. */
type Seen<Institution> = { seen: Institution[]; all: boolean };

/** Parts institutions by whether the graph told what they sent: null is not the account's to see. */
export function seenOf<Institution, Months>(
  institutions: readonly Institution[],
  monthsOf: (institution: Institution) => Months | null,
): Seen<Institution & { months: Months }> {
  const seen = institutions.flatMap((institution) => {
    const months = monthsOf(institution);
    return months === null ? [] : [{ ...institution, months }];
  });
  return { seen, all: seen.length === institutions.length };
}
