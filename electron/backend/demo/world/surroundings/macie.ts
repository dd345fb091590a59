import { addDays, dayOf, type Instant } from '../../../../../shared/model/period.ts';
import { DOCUMENT_BUCKETS } from '../agents/names.ts';
import { ACCOUNT, invocationLogBucket } from '../organization.ts';
import type { WorldMacie, WorldMacieJob } from './surroundings-world.ts';

/** Macie is on in platform-prod's Virginia, paused in the support desk's Dublin, off elsewhere. */
export function macieIn(accountId: string, region: string, now: Instant): WorldMacie | null {
  const place = `${accountId}/${region}`;
  if (place === `${ACCOUNT.platform}/us-east-1`) {
    return { ...ON, status: 'ENABLED', jobs: platformJobs(now) };
  }
  return place === `${ACCOUNT.support}/eu-west-1` ? { ...ON, status: 'PAUSED', jobs: [] } : null;
}

const ON = { findingFrequency: 'SIX_HOURS', createdAt: '2026-03-02T10:00:00Z' } as const;

const JOB: WorldMacieJob = {
  jobId: '',
  name: '',
  status: 'IDLE',
  type: 'SCHEDULED',
  createdAt: '2026-03-02T10:20:00Z',
  lastRunFailed: false,
  buckets: [],
  byCriteria: false,
  lastRunAt: null,
};

function platformJobs(now: Instant): readonly WorldMacieJob[] {
  return [
    {
      ...JOB,
      jobId: '0f4b2c81d6a94e37b5c0a8f1e2d39476',
      name: 'bedrock-inputs-weekly',
      buckets: [
        DOCUMENT_BUCKETS.catalog,
        DOCUMENT_BUCKETS.reviews,
        invocationLogBucket(ACCOUNT.platform, 'us-east-1'),
      ],
      lastRunAt: `${addDays(dayOf(now), -4)}T02:11:00Z`,
    },
    {
      ...JOB,
      jobId: '7c19e5a0b3d84f62a1e7c4d80b95f23a',
      name: 'everything-untagged',
      byCriteria: true,
      lastRunFailed: true,
      lastRunAt: `${addDays(dayOf(now), -33)}T02:10:00Z`,
    },
    {
      ...JOB,
      jobId: 'e2a70d4f915b4c88b6d3f0a1c7e52b94',
      name: 'old-website',
      status: 'COMPLETE',
      type: 'ONE_TIME',
      buckets: ['acme-static-assets-222233334444'],
      lastRunAt: '2026-03-05T07:42:00Z',
    },
  ];
}
