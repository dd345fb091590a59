import { REST_JSON_CODES } from '../../protocols/fault-codes.ts';
import { integerOf, requiredText, textOf } from '../../protocols/input.ts';
import { restJson } from '../../protocols/rest-json.ts';
import { type Call, type Operation, operations, type Service } from '../../service.ts';
import { WireFault } from '../../wire-fault.ts';
import type { WorldMacie, WorldMacieJob } from '../../world/surroundings/surroundings-world.ts';
import { listPage } from '../list-page.ts';

const PAGING = { size: 'maxResults', token: 'nextToken', usual: 50, most: 200 };

/** Amazon Macie: its session and its classification jobs. */
export function macieService(): Service {
  const known: Readonly<Record<string, Operation>> = {
    GetMacieSession: { action: 'macie2:GetMacieSession', http: 'GET /macie', run: getSession },
    ListClassificationJobs: {
      action: 'macie2:ListClassificationJobs',
      http: 'POST /jobs/list',
      run: listJobs,
    },
    DescribeClassificationJob: {
      action: 'macie2:DescribeClassificationJob',
      http: 'GET /jobs/{jobId}',
      resource: jobArn,
      run: describeJob,
    },
  };
  const protocol = restJson(REST_JSON_CODES, known);
  return {
    name: 'macie2',
    regional: true,
    operations: operations(known),
    protocol: () => protocol,
  };
}

/** Macie where it is on; AWS refuses every call where it is not, in words of its own. */
function macieOf(call: Call): WorldMacie {
  const macie = call.world.macie(call.identity.accountId, call.region);
  if (macie !== null) return macie;
  throw new WireFault('AccessDeniedException', 403, 'Macie is not enabled.');
}

function getSession(call: Call): object {
  const { status, findingFrequency, createdAt } = macieOf(call);
  const role = `arn:aws:iam::${call.identity.accountId}:role/aws-service-role/macie.amazonaws.com/AWSServiceRoleForAmazonMacie`;
  return {
    createdAt,
    findingPublishingFrequency: findingFrequency,
    serviceRole: role,
    status,
    updatedAt: createdAt,
  };
}

function listJobs(call: Call): object {
  integerOf(call.input, 'maxResults');
  const { items, next } = listPage(call, macieOf(call).jobs, PAGING);
  return { items: items.map((job) => summary(call, job)), nextToken: next };
}

function describeJob(call: Call): object {
  const jobId = requiredText(call.input, 'jobId');
  const job = macieOf(call).jobs.find((one) => one.jobId === jobId);
  if (job === undefined) {
    const text = 'The request failed because the specified job does not exist.';
    throw new WireFault('ResourceNotFoundException', 404, text);
  }
  const { bucketCriteria, bucketDefinitions, ...common } = summary(call, job);
  return {
    ...common,
    jobArn: jobArn(call),
    clientToken: textOf(call.input, 'clientToken') ?? `token-${jobId}`,
    initialRun: true,
    lastRunTime: job.lastRunAt ?? undefined,
    samplingPercentage: 100,
    s3JobDefinition: { bucketCriteria, bucketDefinitions },
    ...(job.type === 'SCHEDULED' ? WEEKLY : {}),
    statistics: { approximateNumberOfObjectsToProcess: 0, numberOfRuns: 4 },
  };
}

const WEEKLY = { scheduleFrequency: { weeklySchedule: { dayOfWeek: 'MONDAY' } } };

function summary(call: Call, job: WorldMacieJob) {
  const { accountId } = call.identity;
  const untagged = {
    and: [{ tagCriterion: { comparator: 'EQ', tagValues: [{ key: 'public' }] } }],
  };
  return {
    bucketCriteria: job.byCriteria ? { excludes: untagged } : undefined,
    bucketDefinitions: job.byCriteria ? undefined : [{ accountId, buckets: job.buckets }],
    createdAt: job.createdAt ?? undefined,
    jobId: job.jobId,
    jobStatus: job.status,
    jobType: job.type,
    lastRunErrorStatus: { code: job.lastRunFailed ? 'ERROR' : 'NONE' },
    name: job.name,
  };
}

function jobArn(call: Call): string {
  const jobId = requiredText(call.input, 'jobId');
  return `arn:aws:macie2:${call.region}:${call.identity.accountId}:classification-job/${jobId}`;
}
