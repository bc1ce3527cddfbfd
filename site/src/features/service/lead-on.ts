/**
 * On the page for what does not exist: a host that only shows files has no page at an address into which a mail program moved
 * the secret of a letter's link. It is led on to the page of that secret, behind the #, and leaves no trace in the history.
 */
import { readSecretAddress, secretAddress, secretPagePath } from '@trame/cms/domain/secret-address';

const { pathname, search, hash } = location;
const found = readSecretAddress(`${pathname}${search}${hash}`);
// The page itself is missing: leading on to it would never end.
if (found && pathname !== secretPagePath(found.page)) location.replace(secretAddress(found));
