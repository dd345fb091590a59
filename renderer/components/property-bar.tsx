import PropertyFilter, {
  type PropertyFilterProps,
} from '@cloudscape-design/components/property-filter';
import { useRef } from 'react';
import { type PropertyQuery, queryOfTokens, tokensOfQuery } from './property-query.ts';
import { useShortcut } from './use-shortcut.ts';

const OPERATORS = [{ operator: '=', tokenType: 'enum' }] as const;

/** One property to narrow by, with the values that are suggested for it. */
export interface BarProperty {
  readonly key: string;
  readonly label: string;
  /** The label of its values: `Regions`. */
  readonly plural: string;
  readonly options: readonly { readonly value: string; readonly note?: string }[];
}

interface PropertyBarProps {
  readonly label: string;
  readonly placeholder: string;
  readonly properties: readonly BarProperty[];
  readonly query: PropertyQuery;
  readonly countText: string;
  /** True until the suggestions are known. */
  readonly loading?: boolean;
  /** Narrows by properties alone. */
  readonly textless?: boolean;
  readonly onChange: (query: PropertyQuery) => void;
}

/** Narrows a table by properties and text; the properties hold together, the values of one do not. */
export function PropertyBar(props: PropertyBarProps) {
  const field = useRef<PropertyFilterProps.Ref>(null);
  useShortcut('/', () => field.current?.focus());
  return (
    <PropertyFilter
      ref={field}
      query={{ operation: 'and', tokens: tokensOfQuery(props.query) }}
      onChange={({ detail }) => props.onChange(queryOfTokens(detail.tokens))}
      filteringProperties={props.properties.map(({ key, label, plural }) => ({
        key,
        propertyLabel: label,
        groupValuesLabel: plural,
        operators: OPERATORS,
      }))}
      filteringOptions={props.properties.flatMap(({ key, options }) =>
        options.map(({ value, note }) => ({
          propertyKey: key,
          value,
          ...(note === undefined ? {} : { tags: [note] }),
        })),
      )}
      filteringStatusType={props.loading === true ? 'loading' : 'finished'}
      filteringLoadingText="Loading suggestions"
      freeTextFiltering={{ operators: [':'], defaultOperator: ':' }}
      filteringAriaLabel={props.label}
      filteringPlaceholder={props.placeholder}
      countText={props.countText}
      disableFreeTextFiltering={props.textless === true}
      hideOperations
      expandToViewport
    />
  );
}
