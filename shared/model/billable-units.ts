import { UNIT_GROUPS, type UnitSubject } from './unit-groups.ts';

type Groups = typeof UNIT_GROUPS;
type KeyOfEach<T> = T extends unknown ? keyof T : never;

/** What is billed. Quantities count single units; prices state their own `per`. */
export type BillableUnit = KeyOfEach<Groups[keyof Groups]['labels']>;

/** What a unit is. */
export interface UnitFacts {
  readonly unit: BillableUnit;
  readonly label: string;
  readonly subject: UnitSubject;
  /** What one of it is: `one token`. */
  readonly one: string;
  /** Whether parts of one are billed. */
  readonly parts: boolean;
  /** For how many of it prices are told. */
  readonly pricedPer: number;
}

const FACTS: ReadonlyMap<string, UnitFacts> = new Map(
  Object.values(UNIT_GROUPS).flatMap(({ labels, ...facts }) =>
    Object.entries<string>(labels).map(([id, label]) => {
      const unit = id as BillableUnit; // Object.entries forgets that these are the keys of `labels`
      return [id, { ...facts, unit, label }];
    }),
  ),
);

/** Every unit, in the order of the documentation. */
export const BILLABLE_UNITS: readonly UnitFacts[] = [...FACTS.values()];

/** The facts of a unit by its id; undefined for text that names none. */
export function unitNamed(id: string): UnitFacts | undefined {
  return FACTS.get(id);
}

/** What people call a unit. */
export function unitLabel(unit: BillableUnit): string {
  return FACTS.get(unit)?.label ?? unit;
}

/** The id that price lines of a part of Bedrock carry in place of a model's: `bedrock.guardrails`. */
export function subjectId(subject: Exclude<UnitSubject, 'model'>): string {
  return `bedrock.${subject}`;
}
