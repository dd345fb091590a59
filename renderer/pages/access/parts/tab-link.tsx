import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { navigate, useLocation } from '../../../navigation.ts';
import { type AccessTabId, tabAddress } from '../access-filters.ts';

interface TabLinkProps {
  readonly tab: AccessTabId;
  /** Filters of that tab, by their keys in the address; an empty text takes one away. */
  readonly filters?: Readonly<Record<string, string>>;
  readonly children: ReactNode;
}

/** A link to another tab of the page; the fixed context goes along. */
export function TabLink({ tab, filters = {}, children }: TabLinkProps) {
  const { search } = useLocation();
  const href = tabAddress(tab, search, filters);
  return (
    <Link
      href={href}
      fontSize="inherit"
      onFollow={(event) => {
        event.preventDefault();
        navigate(href);
      }}
    >
      {children}
    </Link>
  );
}
