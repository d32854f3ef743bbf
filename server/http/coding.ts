/** How what is sent can be packed, the best first. */
const codings = ['br', 'gzip'] as const;

export type Coding = (typeof codings)[number] | 'identity';

/** The best of what a reader says that it can unpack. */
export function codingFor(accepted: string | undefined): Coding {
  return codings.find((coding) => unpacks(accepted, coding)) ?? 'identity';
}

/** Whether a reader says that it can unpack what is packed so. */
export function unpacks(accepted: string | undefined, coding: Coding): boolean {
  return (accepted ?? '').split(',').some((one) => {
    const [name, ...parameters] = one.trim().toLowerCase().split(';');
    const weight = parameters.map((part) => /^\s*q=([\d.]+)/.exec(part)?.[1]).find(Boolean);
    return name === coding && (weight === undefined || Number(weight) > 0);
  });
}
