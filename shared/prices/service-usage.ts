import { readModelSpelling } from './model-spelling.ts';
import { PLAIN, type ReadUsageType, type UsageType, unparsed } from './usage-type.ts';
import { readUsageWords, wordsOf } from './usage-words.ts';

type Named = Readonly<Record<string, string | undefined>>;

/** One family of usage types that Bedrock bills under its own name. */
interface Family {
  readonly pattern: RegExp;
  readonly read: (named: Named) => Partial<UsageType> & Pick<UsageType, 'meter'>;
}

const POLICIES = 'Content|Topic|Word|SensitiveInformation|ContextualGrounding|AutomatedReasoning';

/** The families that do not count tokens; see aws.amazon.com/bedrock/pricing for their units. */
const FAMILIES: readonly Family[] = [
  {
    pattern: /^Guardrail-(?<policy>\w+)PolicyImageUnitsConsumed$/,
    read: ({ policy }) => ({ meter: 'guardrail-images', item: wordsOf(policy ?? '') }),
  },
  {
    pattern: new RegExp(`^Guardrail-(?<policy>${POLICIES})Policy(?<paid>Paid|Free)?UnitsConsumed$`),
    read: ({ policy, paid }) => ({
      meter: 'guardrail-text-units',
      item: wordsOf(paid === 'Free' ? `${policy}-free` : (policy ?? '')),
    }),
  },
  {
    pattern: /^GuardrailChecks-(?<policy>\w+?)UnitsConsumed$/,
    read: ({ policy }) => ({ meter: 'guardrail-check-units', item: wordsOf(policy ?? '') }),
  },
  {
    pattern: /^(?:(?<model>.+)-)?ProvisionedThroughput-(?<commit>\w+)-ModelUnits$/,
    read: ({ commit }) => ({ meter: 'model-unit-hours', commitment: commitmentOf(commit ?? '') }),
  },
  {
    pattern: /^(?:(?<model>.+)-)?Customization-(?<part>Training|Storage)$/,
    read: ({ part }) => ({
      meter: part === 'Training' ? 'customization-training' : 'customization-storage',
    }),
  },
  {
    pattern: /^DataAutomation-(?<item>\w+-\w+)Processed$/,
    read: ({ item }) => ({ meter: 'data-automation', item: wordsOf(item ?? '') }),
  },
  {
    pattern: /^(?<model>.+)-(?<item>[TI]2I-\w+-(?:Standard|Premium))$/,
    read: ({ item }) => ({
      meter: 'images',
      direction: 'output',
      item: item?.toLowerCase() ?? null,
    }),
  },
  {
    pattern:
      /^(?<item>(?:Runtime|Gateway|Memory|BrowserTool|CodeInterpreter|Evaluations|Policy|Identity):.+)$/,
    read: ({ item }) => ({ meter: 'agentcore', item: item ?? null }),
  },
];

/** Where a model's spelling ends: before the first word that says what is counted. */
const MODEL_END =
  /-(?=(?:mantle-)?(?:(?:text|speech|audio|image|video)-)?(?:input|output|cache-read|cache-write|reserved|search|created)-)/i;

/** Takes apart a usage type without its billing prefix. Never throws. */
export function readServiceUsage(text: string): ReadUsageType {
  for (const { pattern, read } of FAMILIES) {
    const named = pattern.exec(text)?.groups;
    if (named !== undefined)
      return { ...PLAIN, form: 'service', ...modelOf(named.model), ...read(named) };
  }
  return readModelTokens(text);
}

function readModelTokens(text: string): ReadUsageType {
  const end = MODEL_END.exec(text)?.index;
  if (end === undefined || end === 0) return unparsed(`'${text}' is of no family that Assay knows`);
  const read = readUsageWords(wordsOf(text.slice(end + 1)));
  return read.parsed ? { ...read, ...modelOf(text.slice(0, end)) } : read;
}

function modelOf(spelling: string | undefined): Pick<UsageType, 'model'> {
  return { model: spelling === undefined ? null : readModelSpelling(spelling) };
}

function commitmentOf(text: string): UsageType['commitment'] {
  if (/^No/i.test(text)) return 'none';
  if (/^(1|One)/i.test(text)) return '1-month';
  if (/^(3|Three)/i.test(text)) return '3-months';
  return /^(6|Six)/i.test(text) ? '6-months' : null;
}
