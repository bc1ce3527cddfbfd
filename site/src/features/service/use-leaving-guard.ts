import { useEffect } from 'preact/hooks';

/** Lets the browser ask before a page with unsent changes is left. */
export function useLeavingGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    const guard = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [active]);
}
