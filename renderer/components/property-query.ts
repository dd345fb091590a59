/** One token of a property filter; enumerated properties carry a list, free text a string. */
export interface QueryToken {
  readonly propertyKey?: string;
  readonly operator: string;
  readonly value?: unknown;
}

/** What a property filter narrows to: chosen values by property, and a text. */
export interface PropertyQuery {
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly text: string;
}

/** What tokens mean: the tokens of one property join to one list, texts join to one phrase. */
export function queryOfTokens(tokens: readonly QueryToken[]): PropertyQuery {
  const lists: Record<string, readonly string[]> = {};
  for (const { propertyKey, value } of tokens) {
    if (propertyKey === undefined) continue;
    const values = (Array.isArray(value) ? value : [value]).filter(isValue);
    lists[propertyKey] = [...new Set([...(lists[propertyKey] ?? []), ...values])];
  }
  const texts = tokens.filter((token) => token.propertyKey === undefined);
  const text = texts.map((token) => String(token.value ?? '').trim()).filter(isValue);
  return { lists, text: text.join(' ') };
}

/** The tokens that show a query: one for each property that narrows, and one for the text. */
export function tokensOfQuery({ lists, text }: PropertyQuery): readonly ShownToken[] {
  const tokens: readonly ShownToken[] = Object.entries(lists)
    .filter(([, values]) => values.length > 0)
    .map(([propertyKey, values]) => ({ propertyKey, operator: '=', value: [...values] }));
  return text === '' ? tokens : [...tokens, { operator: ':', value: text }];
}

type ShownToken = QueryToken & { readonly value: string | string[] };

function isValue(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
