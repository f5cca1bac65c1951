package struct ContactPlan: Sendable {}
