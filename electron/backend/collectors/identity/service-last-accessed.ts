import type {
  GetServiceLastAccessedDetailsResponse,
  ServiceLastAccessed as Service,
} from '@aws-sdk/client-iam';
import { AppError } from '../../../../shared/model/app-error.ts';
import type {
  ActionAccess,
  ServiceAccess,
  ServiceLastAccessed,
} from '../../../../shared/model/dataset.ts';
import { inParallel } from '../../aws/in-parallel.ts';
import { paginate } from '../../aws/paginate.ts';
import { instant, list } from '../../aws/required.ts';
import type { CollectContext, Collector } from '../collector.ts';
import { authorizationIn } from './identities-in.ts';
import { principalsReaching } from './principals-reaching.ts';
import { unlessGone } from './unless-gone.ts';

/** Calls made at the same time; IAM throttles an account as a whole. */
const AT_ONCE = 6;
/** Reports that IAM makes at the same time. */
const BATCH = 60;
/** Bedrock, its OpenAI-compatible plane, and AgentCore. */
const NAMESPACES: readonly string[] = ['bedrock', 'bedrock-mantle', 'bedrock-agentcore'];
/** A report takes seconds; the waits between looks grow up to a minute in all. */
const WAITS_MS = [300, 600, 1_200, 2_400, 4_800, 9_600, 19_200, 22_000];

/**
 * When each principal that can plausibly reach Bedrock last tried to. IAM makes a report for each
 * of them when asked (`GenerateServiceLastAccessedDetails`, access level Read: it changes nothing in
 * the account and issues no credential), so principals whose policies do not speak of Bedrock are
 * not asked about.
 */
export const serviceLastAccessed: Collector<'service-last-accessed'> = {
  dataset: 'service-last-accessed',
  title: 'Last access of Bedrock by users and roles',
  scope: 'account',
  goodForHours: 20,
  iamActions: ['iam:GenerateServiceLastAccessedDetails', 'iam:GetServiceLastAccessedDetails'],
  follows: ['account-authorization'],
  collect: async (context) => {
    const arns = principalsReaching(await authorizationIn(context));
    const found: ServiceLastAccessed[] = [];
    for (let from = 0; from < arns.length; from += BATCH) {
      found.push(...(await lastAccessed(context, arns.slice(from, from + BATCH))));
    }
    return found;
  },
};

/** A report that IAM is making, or has made. */
interface Report {
  readonly principalArn: string;
  readonly jobId: string;
}

/** Has the reports of some principals made at the same time; waits longer before every look. */
async function lastAccessed(
  context: CollectContext,
  arns: readonly string[],
): Promise<readonly ServiceLastAccessed[]> {
  const found: ServiceLastAccessed[] = [];
  let pending = await startReports(context, arns);
  for (const waitMs of WAITS_MS) {
    if (pending.length === 0) return found;
    await context.pause(waitMs);
    const looks = await inParallel(pending, AT_ONCE, async (report) => ({
      report,
      services: await lookAt(context, report),
    }));
    pending = looks.flatMap(({ report, services }) => (services === null ? report : []));
    found.push(
      ...looks.flatMap(({ report: { principalArn }, services }) =>
        services === null ? [] : { principalArn, services },
      ),
    );
  }
  const late = await inParallel(pending, 1, async ({ principalArn }) => ({
    principalArn,
    services: await context.part('iam:GetServiceLastAccessedDetails', notFinished),
  }));
  return [...found, ...late];
}

/** The reports that were begun; a principal that is gone has none. */
async function startReports(
  context: CollectContext,
  arns: readonly string[],
): Promise<readonly Report[]> {
  const begun = await inParallel(arns, AT_ONCE, async (principalArn) => ({
    principalArn,
    jobId: await unlessGone(() => startReport(context, principalArn), null),
  }));
  return begun.flatMap(({ principalArn, jobId }) =>
    jobId === null ? [] : { principalArn, jobId },
  );
}

/** What a report says; null while IAM is making it. */
async function lookAt(
  context: CollectContext,
  { jobId }: Report,
): Promise<ServiceLastAccessed['services'] | null> {
  const looked = await context.part('iam:GetServiceLastAccessedDetails', async () => {
    const pages = await readPages(context, jobId);
    const [first] = pages;
    if (first?.JobStatus === 'FAILED') throw failed(first);
    return first?.JobStatus === 'COMPLETED' ? toServices(pages) : null;
  });
  if (!looked.read) return looked;
  const { value } = looked;
  return value === null ? null : { read: true, value };
}

async function startReport(context: CollectContext, Arn: string): Promise<string> {
  const { clients, region, call } = context;
  const { JobId } = await call('iam:GenerateServiceLastAccessedDetails', async (options) =>
    (await clients.iam(region)).generateServiceLastAccessedDetails(
      { Arn, Granularity: 'ACTION_LEVEL' },
      options,
    ),
  );
  if (JobId === undefined) throw new AppError('aws-failed', `AWS started no report for ${Arn}.`);
  return JobId;
}

async function notFinished(): Promise<never> {
  const seconds = Math.round(WAITS_MS.reduce((sum, ms) => sum + ms, 0) / 1_000);
  throw new AppError(
    'aws-failed',
    `IAM did not finish its report of last accesses within ${seconds} seconds; scan again later.`,
  );
}

function failed({ Error: error }: GetServiceLastAccessedDetailsResponse): AppError {
  const why = [error?.Code, error?.Message].filter((said) => said !== undefined).join(': ');
  return new AppError(
    'aws-failed',
    `IAM could not make its report of last accesses. ${why}`.trim(),
  );
}

async function readPages(
  { clients, region, call }: CollectContext,
  JobId: string,
): Promise<readonly GetServiceLastAccessedDetailsResponse[]> {
  const pages: GetServiceLastAccessedDetailsResponse[] = [];
  const reading = paginate(
    (Marker) =>
      call('iam:GetServiceLastAccessedDetails', async (options) =>
        (await clients.iam(region)).getServiceLastAccessedDetails(
          { JobId, MaxItems: 1000, Marker },
          options,
        ),
      ),
    (page) => (page.IsTruncated === true ? page.Marker : undefined),
  );
  for await (const page of reading) pages.push(page);
  return pages;
}

/** The namespaces of Bedrock in a finished report. */
export function toServices(
  pages: readonly GetServiceLastAccessedDetailsResponse[],
): readonly ServiceAccess[] {
  return pages
    .flatMap((page) => list(page.ServicesLastAccessed))
    .flatMap((service) => {
      const namespace = service.ServiceNamespace ?? '';
      return NAMESPACES.includes(namespace) ? [toAccess(service, namespace)] : [];
    });
}

function toAccess(service: Service, namespace: string): ServiceAccess {
  return {
    namespace,
    at: instant(service.LastAuthenticated),
    region: service.LastAuthenticatedRegion ?? null,
    actions: list(service.TrackedActionsLastAccessed).flatMap(toAction),
  };
}

function toAction(
  tracked: NonNullable<Service['TrackedActionsLastAccessed']>[number],
): readonly ActionAccess[] {
  const at = instant(tracked.LastAccessedTime);
  if (at === null || tracked.ActionName === undefined) return [];
  return [{ action: tracked.ActionName, at, region: tracked.LastAccessedRegion ?? null }];
}
