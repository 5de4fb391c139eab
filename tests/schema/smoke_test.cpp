#include <gtest/gtest.h>
TEST(Smoke, schema) {}
