import { issueSlips } from '@/server/codes/issue-slips'

export const POST = issueSlips
