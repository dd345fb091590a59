import type { GetMacieSessionResponse, JobSummary, Macie2 } from '@aws-sdk/client-macie2';
import type { Macie, MacieJob, Part } from '../../../../shared/model/dataset.ts';
import type { Instant } from '../../../../shared/model/period.ts';
import { errorFacts } from '../../aws/error-facts.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { paginate } from '../../aws/paginate.ts';
import { instant, list, text } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';

const AT_ONCE = 4;

/** Whether Macie looks into the buckets that Bedrock's configuration names. */
export const macie: Collector<'macie'> = {
  dataset: 'macie',
  title: 'Macie and its jobs',
  scope: 'region',
  iamActions: [
    'macie2:GetMacieSession',
    'macie2:ListClassificationJobs',
    'macie2:DescribeClassificationJob',
  ],
  follows: ['buckets'],
  collect: async (context) => {
    const client = await context.clients.macie(context.region);
    const session = await context.call('macie2:GetMacieSession', (options) =>
      unlessOff(client.getMacieSession({}, options)),
    );
    if (session === null) return [toMacie(null, { read: true, value: [] })];
    const jobs = await context.part('macie2:ListClassificationJobs', () =>
      listJobs(context, client),
    );
    return [toMacie(session, jobs)];
  },
};

/** Null where Macie is not switched on: AWS answers AccessDenied, with words of its own. */
export async function unlessOff<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    const { name, message } = errorFacts(error);
    if (name === 'AccessDeniedException' && /Macie is not enabled/i.test(message)) return null;
    throw error;
  }
}

async function listJobs(context: CollectContext, client: Macie2): Promise<readonly MacieJob[]> {
  const pages = paginate(
    (nextToken) =>
      context.call('macie2:ListClassificationJobs', (options) =>
        client.listClassificationJobs({ maxResults: 200, nextToken }, options),
      ),
    (page) => page.nextToken,
  );
  const summaries: JobSummary[] = [];
  for await (const page of pages) summaries.push(...list(page.items));
  const ours = await bucketNames(context);
  return inParallel(summaries, AT_ONCE, async (summary) => {
    const lastRunAt = mayConcern(summary, ours)
      ? await readLastRun(context, client, text(summary.jobId, 'items.jobId'))
      : NOT_ASKED;
    return toMacieJob(summary, lastRunAt);
  });
}

const NOT_ASKED: Part<Instant | null> = {
  read: false,
  outcome: {
    status: 'unavailable',
    reason: 'The job names none of the buckets that Bedrock uses.',
  },
};

async function bucketNames(context: CollectContext): Promise<ReadonlySet<string>> {
  const readings = await context.items('buckets');
  return new Set(readings.flatMap(({ items }) => items.map(({ name }) => name)));
}

/** Whether a job can tell something of a bucket of ours: it names one, or finds its own. */
function mayConcern(summary: JobSummary, ours: ReadonlySet<string>): boolean {
  if (summary.jobStatus === 'CANCELLED') return false;
  return summary.bucketCriteria !== undefined || bucketsOf(summary).some((name) => ours.has(name));
}

function readLastRun(
  { call, part }: CollectContext,
  client: Macie2,
  jobId: string,
): Promise<Part<Instant | null>> {
  return part('macie2:DescribeClassificationJob', async () => {
    const job = await call('macie2:DescribeClassificationJob', (options) =>
      client.describeClassificationJob({ jobId }, options),
    );
    return instant(job.lastRunTime);
  });
}

function bucketsOf(summary: JobSummary): readonly string[] {
  return list(summary.bucketDefinitions).flatMap(({ buckets }) => list(buckets));
}

/** Macie in a Region; `session` is null where it was never switched on. */
export function toMacie(
  session: GetMacieSessionResponse | null,
  jobs: Part<readonly MacieJob[]>,
): Macie {
  return {
    enabled: session !== null,
    status: session?.status ?? null,
    findingFrequency: session?.findingPublishingFrequency ?? null,
    jobs,
  };
}

/** A job as the list tells it, with the time of its last run. */
export function toMacieJob(summary: JobSummary, lastRunAt: Part<Instant | null>): MacieJob {
  const jobId = text(summary.jobId, 'items.jobId');
  return {
    jobId,
    name: summary.name ?? jobId,
    status: summary.jobStatus ?? 'UNKNOWN',
    type: summary.jobType ?? 'UNKNOWN',
    createdAt: instant(summary.createdAt),
    lastRunFailed: summary.lastRunErrorStatus?.code === 'ERROR',
    buckets: bucketsOf(summary),
    byCriteria: summary.bucketCriteria !== undefined,
    lastRunAt,
  };
}
