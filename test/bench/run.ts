import { type IngestResult, runBench } from './ingest-bench.ts';

/** `npm run bench -- [--records N] [--keep]`: prints the measurements; 1 when a goal is missed. */
const GOALS = { ratio: 0.7, peakMb: 1024, spendSeconds: 0.2 } as const;

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
}

function line(result: IngestResult): string {
  const { kind, ours, bare, zcatSeconds } = result;
  const rate = Math.round(ours.records / ours.seconds).toLocaleString('en');
  const ratio = (bare.seconds / ours.seconds).toFixed(2);
  const anchor = zcatSeconds === null ? 'no zcat' : (ours.seconds / zcatSeconds).toFixed(2);
  return (
    `${kind}: ${ours.records} records in ${ours.seconds.toFixed(2)} s = ${rate} records/s; ` +
    `${ratio} of the speed of a bare read_json (${bare.seconds.toFixed(2)} s, ${bare.peakMb} MB); ` +
    `${anchor} times zcat; peak ${ours.peakMb} MB`
  );
}

function meets({ ours, bare }: IngestResult, records: number): boolean {
  const fast = bare.seconds / ours.seconds >= GOALS.ratio;
  return ours.records === records && fast && ours.peakMb <= GOALS.peakMb;
}

const records = Number(argument('--records') ?? 1_000_000);
const result = await runBench({
  records,
  keep: process.argv.includes('--keep'),
  log: (text) => console.error(text),
});
for (const ingest of result.ingest) console.log(line(ingest));
console.log(
  `a month of usage by day over ${records} invocations: ` +
    `${Math.round(result.spend.seconds * 1000)} ms, ${result.spend.records} rows`,
);
const met =
  result.ingest.every((ingest) => meets(ingest, records)) &&
  result.spend.seconds <= GOALS.spendSeconds;
if (!met) {
  console.log(`missed a goal: ${JSON.stringify(GOALS)}`);
  process.exitCode = 1;
}
