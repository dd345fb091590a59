import Link from '@cloudscape-design/components/link';
import type { ReactNode } from 'react';
import { hrefOf, navigate, type PagePath, type QueryValues, useLocation } from '../navigation.ts';

interface PageLinkProps {
  readonly to: PagePath;
  /** Filters of the target page, by their keys in the address. */
  readonly query?: QueryValues;
  readonly children: ReactNode;
  readonly ariaLabel?: string;
}

/** A link to a page with its filters set; the period goes along. */
export function PageLink({ to, query = {}, children, ariaLabel }: PageLinkProps) {
  const { search } = useLocation();
  const href = hrefOf(to, query, search);
  return (
    <Link
      href={href}
      fontSize="inherit"
      {...(ariaLabel === undefined ? {} : { ariaLabel })}
      onFollow={(event) => {
        event.preventDefault();
        navigate(href);
      }}
    >
      {children}
    </Link>
  );
}
