import { waiveMembers } from '@/server/assignments/waive-members'

export const POST = waiveMembers
