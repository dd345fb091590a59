import { AppError } from '../../../shared/model/app-error.ts';
import { type Instant, instantOfMs } from '../../../shared/model/period.ts';

/**
 * A field that AWS documents as always present.
 * @throws AppError `aws-failed` when it is not: a dataset with holes would read as an answer.
 */
export function required<T>(value: T | undefined | null, field: string): T {
  if (value === undefined || value === null) {
    throw new AppError('aws-failed', `AWS answered without the field ${field}; nothing was kept.`);
  }
  return value;
}

/** A required text that is not empty. */
export function text(value: string | undefined, field: string): string {
  const present = required(value, field);
  if (typeof present !== 'string' || present === '') {
    throw new AppError('aws-failed', `AWS answered no text in ${field}; nothing was kept.`);
  }
  return present;
}

/** A list of AWS, empty when AWS left it out. */
export function list<T>(value: readonly T[] | undefined): readonly T[] {
  return value ?? [];
}

/** A time of the SDK as an instant; null when it is absent or not a time. */
export function instant(value: Date | undefined): Instant | null {
  const ms = value?.getTime() ?? Number.NaN;
  return Number.isNaN(ms) ? null : instantOfMs(ms);
}
