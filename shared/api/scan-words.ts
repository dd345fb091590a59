import type { Instant } from '../model/period.ts';
import type { ScanFailure, UnfinishedScan } from './workspace-answers.ts';

/** One scan that failed, as a sentence. */
export function failureText({ at, message }: ScanFailure): string {
  return `The scan of ${minuteText(at)} failed: ${message}`;
}

/** One scan that was interrupted: what is not complete, and what to do. */
export function unfinishedText({ at, sources }: UnfinishedScan): string {
  return `The scan of ${minuteText(at)} was interrupted: ${sources.join(', ')} may be incomplete. Scan again to complete them.`;
}

/** An instant to the minute, as in `2026-11-20 08:00 UTC`. */
export function minuteText(at: Instant): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
