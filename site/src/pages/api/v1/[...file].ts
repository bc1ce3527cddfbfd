import type { APIRoute } from 'astro';
import { answer, pathsBelow } from '../../../features/open-data/published-files.ts';

export const getStaticPaths = () => pathsBelow('/api/v1/');

export const GET: APIRoute = ({ params }) => answer(`/api/v1/${params['file'] ?? ''}`);
