import { groupThousands } from '../model/group-thousands.ts';
import type { RefusedSeen } from './access-answers.ts';

/** Refused calls in a sentence: `161 calls to us.x in us-east-1 were refused, last on 2026-11-20.` */
export function refusedWords({ called, region, calls, lastDay }: RefusedSeen): string {
  const count = calls === 1 ? '1 call' : `${groupThousands(String(calls))} calls`;
  const were = calls === 1 ? 'was' : 'were';
  return `${count} to ${called} in ${region} ${were} refused for want of a permission, last on ${lastDay}.`;
}
