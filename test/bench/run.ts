import { accessLine, accessRate, benchAccess } from './access-bench.ts';
import { benchCompile, compileLines } from './compile-bench.ts';
import { type IngestResult, type Pair, runBench } from './ingest-bench.ts';
import type { SpendMeasurement } from './measure.ts';
import { median } from './median.ts';
import { benchPaint, paintLine } from './paint-bench.ts';
import { benchPrices, priceLine } from './price-bench.ts';
import { benchSources } from './source-bench.ts';
import { benchUsage, disagreements, monthMs, usageLines, yearMs } from './usage-bench.ts';

/**
 * `npm run bench -- [--records N] [--rounds N] [--data FOLDER]`: prints the measurements; 1 when a
 * goal is missed. `npm run bench -- --usage 1000000,5000000` asks questions of usage alone, over so
 * many invocations. Each round is a bare insert and ours, one after the other, closing included in
 * both; the median round counts. FOLDER keeps the generated logs for the next run.
 */
const GOALS = {
  ratio: 0.7,
  peakMb: 1024,
  spendSeconds: 0.2,
  monthMs: 200,
  yearMs: 1_000,
  accessRate: 20_000,
  compileSeconds: 2,
  whoCanMs: 50,
  paintMs: 500,
} as const;

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

const ratioOf = ({ bare, ours }: Pair) => bare.seconds / ours.seconds;
const cpuRatioOf = ({ bare, ours }: Pair) => bare.cpuSeconds / ours.cpuSeconds;
const ms = (seconds: number) => `${Math.round(seconds * 1000)} ms`;

function lines({ kind, pairs, zcatSeconds }: IngestResult): readonly string[] {
  const rounds = pairs.map((pair) => {
    const { bare, ours } = pair;
    const rate = Math.round(ours.records / ours.seconds).toLocaleString('en');
    const anchor = zcatSeconds === null ? 'no zcat' : (ours.seconds / zcatSeconds).toFixed(2);
    return (
      `${kind}: ${ours.records} records in ${ours.seconds.toFixed(2)} s = ${rate} records/s; ` +
      `${ratioOf(pair).toFixed(2)} of the speed of a bare read_json (${bare.seconds.toFixed(2)} s, ` +
      `${bare.peakMb} MB), by processor time ${cpuRatioOf(pair).toFixed(2)} ` +
      `(${ours.cpuSeconds.toFixed(1)} s, bare ${bare.cpuSeconds.toFixed(1)} s); ` +
      `${anchor} times zcat; peak ${ours.peakMb} MB`
    );
  });
  const ratio = median(pairs.map(ratioOf)).toFixed(2);
  const cpuRatio = median(pairs.map(cpuRatioOf)).toFixed(2);
  return [...rounds, `${kind}: median ratio ${ratio}, by processor time ${cpuRatio}`];
}

function meets({ pairs }: IngestResult, records: number): boolean {
  return (
    median(pairs.map(ratioOf)) >= GOALS.ratio &&
    pairs.every(({ ours }) => ours.records === records && ours.peakMb <= GOALS.peakMb)
  );
}

function spendLine(spend: SpendMeasurement, records: number): string {
  return (
    `a month of spend over ${records} invocations, usage, calls and prices: ` +
    `${ms(spend.seconds)} (of which prices ${ms(spend.pricingSeconds)}; the first answer ` +
    `${ms(spend.firstSeconds)}; processor time ${ms(spend.cpuSeconds)}), ${spend.records} rows, ${spend.groups} models`
  );
}

async function benchLogs(): Promise<boolean> {
  const records = Number(argument('--records') ?? 1_000_000);
  const { ingest, spend } = await runBench({
    records,
    rounds: Number(argument('--rounds') ?? 3),
    data: argument('--data') ?? null,
    log: (text) => console.error(text),
  });
  for (const result of ingest) for (const line of lines(result)) console.log(line);
  console.log(spendLine(spend, records));
  for (const line of await benchSources(records)) console.log(line);
  for (const priced of await benchPrices([records / 10, records])) console.log(priceLine(priced));
  const access = await benchAccess(records / 10);
  console.log(accessLine(access));
  const spendMet = spend.seconds <= GOALS.spendSeconds;
  const accessMet = accessRate(access) >= GOALS.accessRate && (await benchAccessOf(5_000));
  return ingest.every((result) => meets(result, records)) && spendMet && accessMet;
}

/** The access of so many principals to 200 models; processor time counts. */
async function benchAccessOf(principals: number): Promise<boolean> {
  const measured = await benchCompile({ principals, models: 200, sample: 2_000 });
  for (const line of compileLines(measured)) console.log(line);
  const painted = await benchPaint(principals, 200);
  console.log(paintLine(painted));
  const { cpuSeconds, whoCanMs, otherwise } = measured;
  const compiled = cpuSeconds <= GOALS.compileSeconds && whoCanMs <= GOALS.whoCanMs;
  const fast = compiled && painted.ms <= GOALS.paintMs;
  return fast && otherwise === 0;
}

async function benchQuestions(sizes: string): Promise<boolean> {
  let met = true;
  for (const records of sizes.split(',')) {
    const bench = await benchUsage(Number(records));
    for (const line of usageLines(bench)) console.log(line);
    met &&= monthMs(bench) <= GOALS.monthMs && yearMs(bench) <= GOALS.yearMs;
    met &&= disagreements(bench).length === 0;
  }
  return met;
}

const usage = argument('--usage');
const principals = argument('--access');
const benchRest = () =>
  principals === undefined ? benchLogs() : benchAccessOf(Number(principals));
const met = usage === undefined ? await benchRest() : await benchQuestions(usage);
if (!met) {
  console.log(`missed a goal: ${JSON.stringify(GOALS)}`);
  process.exitCode = 1;
}
