#include <gtest/gtest.h>
TEST(Smoke, audit) {}
