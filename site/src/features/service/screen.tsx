/** What the screens of these pages are made of: a heading that takes the focus, notices, and how to reach the office. */
import { formatEmail } from '@trame/cms/domain/email-domain';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { readConfig, type ServiceConfig } from './page-config.ts';
import { serviceWords } from './service-words.ts';

let config: ServiceConfig | undefined;
/** The page's configuration, read once. */
export const pageConfig = (): ServiceConfig => (config ??= readConfig());

/** The first screen stands where the page was read from; only those that follow take the focus. */
let screens = 0;

interface ScreenProps {
  readonly title: string;
  readonly lead?: string | undefined;
  readonly children: ComponentChildren;
}

/** One screen: says its name in the tab, takes the focus and the top of the window when it comes after another. */
export function Screen({ title, lead, children }: ScreenProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} – ${pageConfig().siteName}`;
  }, [title]);
  // In the same step as the drawing: a key pressed right after would otherwise lose the focus that it moved.
  useLayoutEffect(() => {
    screens += 1;
    if (screens === 1) return;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0, behavior: 'instant' });
  }, []);
  return (
    <>
      <div class="page-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p class="lead">{lead}</p>}
      </div>
      {children}
    </>
  );
}

/** Telephone and e-mail of the office. */
export function OfficeContact() {
  const { office } = pageConfig();
  return (
    <div class="office">
      <p>{serviceWords.contact(office.name)}</p>
      <p class="actions">
        {office.phone && (
          <a class="button button--quiet" href={`tel:${office.phone}`}>
            {office.phoneText}
          </a>
        )}
        {office.email && (
          <a class="button button--quiet" href={`mailto:${office.email}`}>
            {formatEmail(office.email)}
          </a>
        )}
      </p>
    </div>
  );
}

interface NoticeProps {
  readonly title?: string;
  readonly alert?: boolean;
  readonly children: ComponentChildren;
}

export function Notice({ title, alert = false, children }: NoticeProps) {
  return (
    <div class={alert ? 'notice notice--alert' : 'notice'} role={alert ? 'alert' : undefined}>
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  );
}

export const Loading = () => (
  <p class="service-loading" role="status">
    {serviceWords.loading}
  </p>
);
