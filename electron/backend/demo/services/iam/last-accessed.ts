import { createHash } from 'node:crypto';
import { type Instant, instantOfMs, msOfInstant } from '../../../../../shared/model/period.ts';
import { requiredText, textOf } from '../../protocols/input.ts';
import type { XmlValue } from '../../protocols/xml.ts';
import { type Call, operations } from '../../service.ts';
import { invalidInput } from '../../wire-fault.ts';
import type { LastUse } from '../../world/identity/last-uses.ts';
import { noSuchEntity } from './iam-faults.ts';
import { iamPage } from './iam-page.ts';
import { reachableServices, SERVICE_TITLES } from './reachable-services.ts';

/** How long a report takes, in milliseconds. */
const REPORT_MS = 250;

/** A report that somebody asked for. */
interface Report {
  readonly accountId: string;
  readonly principalArn: string;
  readonly granularity: string;
  /** By the monotonic clock. */
  readonly startedMs: number;
}

/** The operations about last accesses; reports are remembered while the simulation runs. */
export function lastAccessedOperations(clock: () => number) {
  const reports = new Map<string, Report>();
  return operations({
    GenerateServiceLastAccessedDetails: {
      action: 'iam:GenerateServiceLastAccessedDetails',
      resource: ({ input }) => textOf(input, 'Arn') ?? '*',
      run: (call) => {
        const report = startedReport(call, clock());
        const JobId = reportId(report);
        reports.set(JobId, report);
        return { JobId };
      },
    },
    GetServiceLastAccessedDetails: {
      action: 'iam:GetServiceLastAccessedDetails',
      resource: () => '*',
      run: (call) => {
        const id = requiredText(call.input, 'JobId');
        const report = reports.get(id);
        if (report?.accountId !== call.identity.accountId) throw noSuchEntity(`The job ${id}`);
        return clock() - report.startedMs < REPORT_MS ? begun(report, call) : done(report, call);
      },
    },
  });
}

function startedReport({ world, identity, input }: Call, startedMs: number): Report {
  const principalArn = requiredText(input, 'Arn');
  const granularity = textOf(input, 'Granularity') ?? 'SERVICE_LEVEL';
  if (granularity !== 'SERVICE_LEVEL' && granularity !== 'ACTION_LEVEL') {
    throw invalidInput(
      `Value '${granularity}' at 'granularity' must be SERVICE_LEVEL or ACTION_LEVEL`,
    );
  }
  const { accountId } = identity;
  const account = world.accounts.find((one) => one.accountId === accountId);
  const known = account?.authorization.identities.some(({ arn }) => arn === principalArn);
  if (known !== true) throw noSuchEntity(`ARN ${principalArn}`);
  return { accountId, principalArn, granularity, startedMs };
}

/** The id of a report; asking again about the same principal gives the same one. */
export function reportId({
  principalArn,
  granularity,
}: Pick<Report, 'principalArn' | 'granularity'>): string {
  const hex = createHash('sha256').update(`${granularity}/${principalArn}`).digest('hex');
  const [a, b, c, d, e] = [0, 8, 12, 16, 20].map((from, index) =>
    hex.slice(from, from + ([8, 4, 4, 4, 12][index] ?? 0)),
  );
  return `${a}-${b}-${c}-${d}-${e}`;
}

function begun(report: Report, { world }: Call): object {
  return {
    JobStatus: 'IN_PROGRESS',
    JobType: report.granularity,
    JobCreationDate: world.now,
    ServicesLastAccessed: [],
    JobCompletionDate: world.now,
    IsTruncated: false,
  };
}

function done(report: Report, call: Call): object {
  const { world } = call;
  const account = world.accounts.find((one) => one.accountId === report.accountId);
  const services = reachableServices(account?.authorization, report.principalArn);
  const uses = world.lastUses(report.principalArn);
  const page = iamPage(call, services);
  return {
    JobStatus: 'COMPLETED',
    JobType: report.granularity,
    JobCreationDate: world.now,
    ServicesLastAccessed: page.items.map((namespace) =>
      serviceLastAccessed(
        namespace,
        uses.find(({ service }) => service === namespace),
        report,
      ),
    ),
    JobCompletionDate: laterBy(world.now, REPORT_MS),
    IsTruncated: page.IsTruncated,
    Marker: page.Marker,
  };
}

function serviceLastAccessed(
  namespace: string,
  use: LastUse | undefined,
  { principalArn, granularity }: Report,
): XmlValue {
  const actions = [...(use?.actions ?? [])].map(([ActionName, { at, region }]) => ({
    ActionName,
    LastAccessedEntity: principalArn,
    LastAccessedTime: at,
    LastAccessedRegion: region,
  }));
  return {
    ServiceName: SERVICE_TITLES[namespace] ?? namespace,
    LastAuthenticated: use?.at,
    ServiceNamespace: namespace,
    LastAuthenticatedEntity: use === undefined ? undefined : principalArn,
    LastAuthenticatedRegion: use?.region,
    TotalAuthenticatedEntities: use === undefined ? 0 : 1,
    TrackedActionsLastAccessed: granularity === 'ACTION_LEVEL' ? actions : undefined,
  };
}

function laterBy(now: Instant, ms: number): Instant {
  return instantOfMs(msOfInstant(now) + Math.ceil(ms / 1000) * 1000);
}
