import { AppError } from '../../../../../shared/model/app-error.ts';
import type { Part } from '../../../../../shared/model/dataset.ts';

/** A part of an item as it is when nothing kept it from being read. */
export function known<T>(value: T): Part<T> {
  return { read: true, value };
}

/** What a part of this world holds; everything in it is known. */
export function knownValue<T>(part: Part<T>): T {
  if (part.read) return part.value;
  throw new AppError('internal', 'The simulated world holds a part that was not read.');
}
